package io.shiporskip.catalogue;

import io.shiporskip.shared.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;

/** What tools are sorted by: makers, categories and kinds. Adding one that is there already leaves it as it is. */
@Component
public class Shelves {

    private static final String CATEGORIES = """
            select c.slug, c.name, c.description,
                   (select count(*) from tool t where t.category_id = c.id and is_published(t.published_on)) as tools
              from category c
            """;

    private final MakerRepository makers;
    private final CategoryRepository categories;
    private final KindRepository kinds;
    private final JdbcClient jdbc;

    Shelves(MakerRepository makers, CategoryRepository categories, KindRepository kinds, JdbcClient jdbc) {
        this.makers = makers;
        this.categories = categories;
        this.kinds = kinds;
        this.jdbc = jdbc;
    }

    /** Adds a maker unless the slug is taken. */
    @Transactional
    public void addMaker(Slug slug, String name, String website) {
        if (makers.findBySlug(slug.value()).isEmpty()) {
            makers.save(new Maker(slug, name, website));
        }
    }

    /** Adds a category unless the slug is taken. */
    @Transactional
    public void addCategory(Slug slug, String name, String description) {
        if (categories.findBySlug(slug.value()).isEmpty()) {
            categories.save(new Category(slug, name, description));
        }
    }

    /** Adds a kind unless the slug is taken. */
    @Transactional
    public void addKind(Slug slug, String name, String plural, String job) {
        if (kinds.findBySlug(slug.value()).isEmpty()) {
            kinds.save(new Kind(slug, name, plural, job));
        }
    }

    /** All categories, by name. */
    public List<CategoryView> categories() {
        return jdbc.sql(CATEGORIES + " order by c.name").query(CategoryView.class).list();
    }

    /** One category. */
    public Optional<CategoryView> category(Slug slug) {
        return jdbc.sql(CATEGORIES + " where c.slug = :slug").param("slug", slug.value()).query(CategoryView.class)
                .optional();
    }

    /** One kind. */
    public Optional<KindView> kind(Slug slug) {
        return jdbc.sql("select slug, name, plural, job from kind where slug = :slug").param("slug", slug.value())
                .query(KindView.class).optional();
    }

    /** One maker. */
    public Optional<MakerView> maker(Slug slug) {
        return jdbc.sql("select slug, name, website from maker where slug = :slug").param("slug", slug.value())
                .query(MakerView.class).optional();
    }

    /**
     * A maker, category or kind as one chooses it.
     *
     * @param slug its slug
     * @param name its name
     */
    public record Named(String slug, String name) {}

    /** What stands under this slug, or bears this name alone. */
    public Optional<Slug> find(Shelf shelf, String text) {
        List<String> slugs = jdbc.sql("""
                select slug from %s where slug::text = :text or lower(name) = lower(:text)
                 order by slug::text = :text desc limit 2
                """.formatted(shelf.word())).param("text", text).query(String.class).list();
        return slugs.isEmpty() || slugs.size() > 1 && !slugs.getFirst().equals(text) ? Optional.empty()
                : Optional.of(new Slug(slugs.getFirst()));
    }

    /** Those whose name or slug contains this text, by name; those that begin with it first. */
    public List<Named> like(Shelf shelf, String text, int limit) {
        return jdbc.sql("""
                select slug, name from %s
                 where strpos(lower(name), lower(:text)) > 0 or strpos(slug::text, lower(:text)) > 0
                 order by starts_with(lower(name), lower(:text)) desc, lower(name), slug limit :limit
                """.formatted(shelf.word())).param("text", text).param("limit", limit).query(Named.class).list();
    }

    /** The makers whose name or slug contains this text, by name. */
    public List<MakerView> makers(String text, int limit) {
        return jdbc.sql("""
                select slug, name, website from maker
                 where strpos(lower(name), lower(:text)) > 0 or strpos(slug::text, lower(:text)) > 0
                 order by lower(name), slug limit :limit
                """).param("text", text).param("limit", limit).query(MakerView.class).list();
    }

    /** All makers, by name. */
    public List<MakerView> makers() {
        return jdbc.sql("select slug, name, website from maker order by lower(name), slug").query(MakerView.class)
                .list();
    }

    /** All kinds, by name. */
    public List<KindView> kinds() {
        return jdbc.sql("select slug, name, plural, job from kind order by name").query(KindView.class).list();
    }

    /**
     * Keeps a maker, category or kind as it is until the end of the transaction, but for what this transaction does.
     *
     * @return whether there is one of that slug
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lock(Shelf shelf, Slug slug) {
        return !jdbc.sql("select slug from %s where slug = :slug for update".formatted(shelf.word()))
                .param("slug", slug.value()).query(String.class).list().isEmpty();
    }

    /**
     * Says something else of a maker; the slug stays.
     *
     * @return whether there is such a maker
     */
    @Transactional
    public boolean changeMaker(Slug slug, String name, String website) {
        return jdbc.sql("update maker set name = :name, website = :website where slug = :slug").param("name", name)
                .param("website", website).param("slug", slug.value()).update() > 0;
    }

    /**
     * Says something else of a category; the slug stays.
     *
     * @return whether there is such a category
     */
    @Transactional
    public boolean changeCategory(Slug slug, String name, String description) {
        return jdbc.sql("update category set name = :name, description = :description where slug = :slug")
                .param("name", name).param("description", description).param("slug", slug.value()).update() > 0;
    }

    /**
     * Says something else of a kind; the slug stays.
     *
     * @return whether there is such a kind
     */
    @Transactional
    public boolean changeKind(Slug slug, String name, String plural, String job) {
        return jdbc.sql("update kind set name = :name, plural = :plural, job = :job where slug = :slug")
                .param("name", name).param("plural", plural).param("job", job).param("slug", slug.value()).update() > 0;
    }
}
