package io.shiporskip.panel;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

import java.util.List;
import java.util.UUID;

interface TakeRepository extends Repository<Take, UUID> {

    Take save(Take added);

    @EntityGraph(attributePaths = "reviewer")
    List<Take> findByToolId(UUID toolId);

    void deleteAll(Iterable<? extends Take> gone);

    void flush();
}
