package io.shiporskip.catalogue;

import org.springframework.data.repository.Repository;

import java.util.Optional;
import java.util.UUID;

interface MakerRepository extends Repository<Maker, UUID> {

    Maker save(Maker added);

    Optional<Maker> findBySlug(String slug);
}
