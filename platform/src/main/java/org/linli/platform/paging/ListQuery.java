package org.linli.platform.paging;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One page of a list: a statement up to the conditions that always hold, to which come the filters that are given, the
 * place where the page begins, the order and the limit. A filter that is not given stands nowhere in the statement, so that
 * the planner sees what is asked and no more.
 *
 * <pre>{@code
 * ListQuery.of("SELECT … FROM project WHERE unit_code LIKE ANY(:scope)")
 *         .bind("scope", scope)
 *         .filter("line = :line", line)
 *         .page(database, page, BY_NAME, Projects::read)
 * }</pre>
 *
 * <p>Where a grouping or a statement around it follows, {@code {filters}} and {@code {page}} say where the conditions and
 * where order and limit go; otherwise they go to the end. Conditions are constants of the code, never what a caller sent.
 */
public final class ListQuery {

    private static final String FILTERS = "{filters}";
    private static final String PAGE = "{page}";
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([A-Za-z]\\w*)");

    private final String sql;
    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private ListQuery(String sql) {
        this.sql = (sql.contains(FILTERS) ? sql : sql.stripTrailing() + FILTERS) + (sql.contains(PAGE) ? "" : PAGE);
    }

    /** @param sql ends inside of its WHERE, after a condition at least */
    public static ListQuery of(String sql) {
        return new ListQuery(sql);
    }

    /** A parameter of the statement or of a condition that binds none itself. A scope is bound as its LIKE patterns. */
    public ListQuery bind(String parameter, Object value) {
        values.put(parameter, column(value));
        return this;
    }

    public ListQuery bind(Map<String, ?> parameters) {
        parameters.forEach(this::bind);
        return this;
    }

    /**
     * A condition where it is asked for: where the first value is neither null nor empty text.
     *
     * @param condition with a named parameter a value, in the order of the values
     */
    public ListQuery filter(String condition, @Nullable Object value, Object... more) {
        if (value == null || value.equals("")) {
            return this;
        }
        List<String> names = PARAMETER
                .matcher(condition)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        if (names.size() != 1 + more.length) {
            throw new IllegalArgumentException("not a value each: " + condition);
        }
        bind(names.getFirst(), value);
        for (int n = 0; n < more.length; n++) {
            bind(names.get(n + 1), more[n]);
        }
        return where(condition);
    }

    /** A condition without parameters of its own, where it is asked for. */
    public ListQuery filter(boolean asked, String condition) {
        return asked ? where(condition) : this;
    }

    private ListQuery where(String condition) {
        conditions.append("\n AND ").append(condition);
        return this;
    }

    /**
     * Reads the page.
     *
     * @throws org.linli.platform.problem.ProblemException (400, field {@code cursor}) where the cursor is of another list,
     *     order or filter
     */
    public <T> Mono<Page<T>> page(
            DatabaseClient database, PageRequest page, SortKey<T> order, Function<Readable, T> row) {
        Position after = page.after(order.size());
        if (after != null) {
            bind(order.values(after));
        }
        bind("limit", page.limit() + 1);
        return database.sql(statement(order, after != null))
                .bindValues(values)
                .map(row)
                .all()
                .collectList()
                .map(rows -> Page.of(rows, page.limit(), last -> page.cursorAfter(order.of(last))));
    }

    /** What the database is asked for the first page, or for one that goes on after a row. */
    public String statement(SortKey<?> order, boolean goesOn) {
        return sql.replace(FILTERS, goesOn ? conditions + "\n AND " + order.condition() : conditions)
                .replace(PAGE, "\n " + order.orderBy() + " LIMIT :limit");
    }

    private static Object column(Object value) {
        return switch (value) {
            case Enum<?> constant -> constant.name();
            case Scope scope -> scope.likePatterns();
            case UnitCode unit -> unit.value();
            case YearMonth period -> period.toString();
            default -> value;
        };
    }
}
