package io.shiporskip.testing;

import io.shiporskip.desk.Desk;
import io.shiporskip.panel.Records;
import io.shiporskip.search.Indexing;
import io.shiporskip.votes.Distances;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The whole application over the catalogue that ships with it; requests come through {@link Pages}. Tests only read. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@AutoConfigureMockMvc
@Import({ TestDatabase.class, Pages.class, Indexing.class, Records.class, Distances.class, Desk.class })
public @interface PageTest {
}
