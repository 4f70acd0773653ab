package io.shiporskip.importing;

import io.shiporskip.catalogue.SlugTaken;
import io.shiporskip.editorial.Author;
import io.shiporskip.editorial.ChangedMeanwhile;
import io.shiporskip.editorial.Reason;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Imports in two steps: first what the files would do, then, when somebody has read it, the same whole or not at all. */
@Component
public class Imports {

    /** How many tools one import writes: each that changes is locked until the end, and takes no votes meanwhile. */
    private static final int MOST_WRITTEN = 2_000;

    /** How many of the last plans are listed. */
    private static final int LISTED = 10;

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String PLANS = "select id, at, by_name, files, outcome, applied_at from import_plan ";

    private final ImportRun run;
    private final LoadLock lock;
    private final JdbcClient jdbc;

    Imports(ImportRun run, LoadLock lock, JdbcClient jdbc) {
        this.run = run;
        this.lock = lock;
        this.jdbc = jdbc;
    }

    /**
     * Keeps files with what they would do. Plans of more than a day ago are forgotten.
     *
     * @throws UploadRefused when the files cannot be read at all
     */
    @Transactional
    public UUID propose(Upload upload, Author by) {
        PlanView plan = run.run(upload, null);
        jdbc.sql("delete from import_plan where at < now() - interval '1 day'").update();
        UUID id = jdbc.sql("""
                insert into import_plan (by_id, by_name, files, outcome)
                values (:by, :name, :files, cast(:outcome as jsonb)) returning id
                """).param("by", by.id()).param("name", by.name()).param("files", oneLine(upload.names()))
                .param("outcome", JSON.writeValueAsString(plan)).query(UUID.class).single();
        for (int i = 0; i < upload.files().size(); i++) {
            Upload.Part file = upload.files().get(i);
            jdbc.sql("insert into import_file (plan_id, position, name, content) values (:plan, :at, :name, :content)")
                    .param("plan", id).param("at", i).param("name", file.name()).param("content", file.bytes())
                    .update();
        }
        return id;
    }

    /** A plan that was not forgotten. */
    public Optional<Proposal> proposal(UUID id) {
        return jdbc.sql(PLANS + "where id = :id and at >= now() - interval '1 day'").param("id", id)
                .query(Imports::proposal).optional();
    }

    /** The last plans, the newest first. */
    public List<Proposal> latest() {
        return jdbc.sql(PLANS + "where at >= now() - interval '1 day' order by at desc, id limit :most")
                .param("most", LISTED).query(Imports::proposal).list();
    }

    /**
     * Does what a plan says, in the caller's transaction, all of it or nothing.
     *
     * @param fingerprint of the plan that its reader saw
     * @param leaveOut whether what is refused may be left out
     * @return what was done
     * @throws PlanOutdated when it would do something else by now
     * @throws PlanRefused when it changes nothing, holds what is refused, was applied or forgotten, or the database refuses it
     */
    @Transactional
    public PlanView apply(UUID id, String fingerprint, boolean leaveOut, Reason reason) {
        lock.await();
        Proposal read = proposal(id)
                .orElseThrow(() -> new PlanRefused("This plan is forgotten. Send the files again."));
        if (read.appliedAt() != null) {
            throw new PlanRefused("This import is done already.");
        }
        if (!read.plan().fingerprint().equals(fingerprint)) {
            throw new PlanOutdated();
        }
        if (read.plan().refused() > 0 && !leaveOut) {
            throw new PlanRefused(
                    "Something in the files is refused. Correct it and send them again, or choose to leave it out.");
        }
        if (read.plan().created() + read.plan().changed() > MOST_WRITTEN) {
            throw new PlanRefused("That would write more than 2,000 tools at once. Send it in parts.");
        }
        PlanView done;
        try {
            done = run.run(files(id), reason);
        } catch (ChangedMeanwhile e) {
            throw new PlanOutdated();
        } catch (SlugTaken e) {
            // Somebody published it since the look, at the same moment.
            throw new PlanOutdated();
        } catch (DataIntegrityViolationException e) {
            throw new PlanRefused("The database refused it: " + firstLine(e));
        }
        if (!done.fingerprint().equals(read.plan().fingerprint())) {
            throw new PlanOutdated();
        }
        if (!done.changesSomething()) {
            throw new PlanRefused("There is nothing to do: all of it is there already.");
        }
        jdbc.sql("update import_plan set applied_at = now() where id = :id").param("id", id).update();
        jdbc.sql("delete from import_file where plan_id = :id").param("id", id).update();
        return done;
    }

    /** Says anew what a plan would do to the tools as they are now. */
    @Transactional
    public void renew(UUID id) {
        PlanView plan = run.run(files(id), null);
        jdbc.sql("update import_plan set outcome = cast(:outcome as jsonb) where id = :id and applied_at is null")
                .param("outcome", JSON.writeValueAsString(plan)).param("id", id).update();
    }

    /** Forgets a plan, unless it was applied. */
    @Transactional
    public void discard(UUID id) {
        jdbc.sql("delete from import_plan where id = :id and applied_at is null").param("id", id).update();
    }

    private Upload files(UUID id) {
        return new Upload(jdbc.sql("select name, content from import_file where plan_id = :id order by position")
                .param("id", id).query((row, _) -> new Upload.Part(row.getString("name"), row.getBytes("content")))
                .list());
    }

    private static Proposal proposal(ResultSet row, @SuppressWarnings("unused") int number) throws SQLException {
        Timestamp applied = row.getTimestamp("applied_at");
        return new Proposal(row.getObject("id", UUID.class), row.getTimestamp("at").toInstant(),
                row.getString("by_name"), row.getString("files"),
                JSON.readValue(row.getString("outcome"), PlanView.class),
                applied == null ? null : applied.toInstant());
    }

    private static String oneLine(String names) {
        String line = names.replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() > 200 ? line.substring(0, 200).strip() + "…" : line;
    }

    private static String firstLine(DataIntegrityViolationException e) {
        return Objects.toString(e.getMostSpecificCause().getMessage(), "").lines().findFirst().orElse("no reason given")
                .replaceFirst("^ERROR: ", "");
    }
}
