package io.shiporskip.panel;

import org.springframework.data.repository.Repository;

import java.util.UUID;

interface TakeRepository extends Repository<Take, UUID> {

    Take save(Take added);
}
