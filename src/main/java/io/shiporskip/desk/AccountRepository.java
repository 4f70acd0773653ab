package io.shiporskip.desk;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

interface AccountRepository extends Repository<Account, UUID> {

    /** Written at once, so that an address that is taken is known here. */
    Account saveAndFlush(Account added);

    Optional<Account> findById(UUID id);

    @Query("select a from Account a where lower(a.email) = lower(:email)")
    Optional<Account> findByEmail(String email);

    /** Locked in one order, so that of two who would go at once the second finds the first gone. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.role = io.shiporskip.desk.Role.ADMINISTRATOR and a.active order by a.id")
    List<Account> lockActiveAdministrators();

    boolean existsBy();
}
