package io.shiporskip.catalogue;

import org.springframework.data.repository.Repository;

import java.util.Optional;
import java.util.UUID;

interface CategoryRepository extends Repository<Category, UUID> {

    Category save(Category added);

    Optional<Category> findBySlug(String slug);
}
