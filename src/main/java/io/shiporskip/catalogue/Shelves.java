package io.shiporskip.catalogue;

import io.shiporskip.shared.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
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
}
