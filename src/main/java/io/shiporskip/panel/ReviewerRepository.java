package io.shiporskip.panel;

import org.springframework.data.repository.Repository;

import java.util.Optional;
import java.util.UUID;

interface ReviewerRepository extends Repository<Reviewer, UUID> {

    Reviewer save(Reviewer added);

    long count();

    Optional<Reviewer> findBySlug(String slug);
}
