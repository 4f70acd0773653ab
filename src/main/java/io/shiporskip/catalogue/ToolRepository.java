package io.shiporskip.catalogue;

import org.springframework.data.repository.Repository;

import java.util.Optional;
import java.util.UUID;

interface ToolRepository extends Repository<Tool, UUID> {

    /** Written at once, because takes refer to the row by its id alone. */
    Tool saveAndFlush(Tool added);

    Optional<Tool> findById(UUID id);
}
