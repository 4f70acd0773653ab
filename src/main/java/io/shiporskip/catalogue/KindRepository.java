package io.shiporskip.catalogue;

import org.springframework.data.repository.Repository;

import java.util.Optional;
import java.util.UUID;

interface KindRepository extends Repository<Kind, UUID> {

    Kind save(Kind added);

    Optional<Kind> findBySlug(String slug);
}
