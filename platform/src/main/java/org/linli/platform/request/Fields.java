package org.linli.platform.request;

import org.linli.platform.problem.FieldError;
import org.linli.platform.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the fields of a body, nested ones by their path. */
public final class Fields extends RequestValues {

    /** For rows of which each is answered by itself; else {@link #read}. */
    public Fields() {
        this("", new ArrayList<>());
    }

    private Fields(String path, List<FieldError> errors) {
        super(path, errors);
    }

    /**
     * What is read from a body.
     *
     * @param title of the problem where it is not valid
     * @throws org.linli.platform.problem.ProblemException (422) naming every field at fault, where there is any
     */
    public static <T> T read(String title, Function<Fields, T> reader) {
        Fields fields = new Fields();
        T read = reader.apply(fields);
        fields.refuse(title);
        return read;
    }

    /** @throws org.linli.platform.problem.ProblemException (422) naming every field at fault, where there is any */
    public void refuse(String title) {
        if (hasErrors()) {
            throw Problem.invalid(title).fields(errors()).exception();
        }
    }

    public boolean hasErrors() {
        return !collected().isEmpty();
    }

    /** The fields of an object in this one, such as {@code terms}. */
    public Fields in(String object) {
        return new Fields(path() + object + ".", collected());
    }

    /** The fields of an item of a list, such as {@code lines[3]}. */
    public Fields in(String list, int index) {
        return in(list + "[" + index + "]");
    }
}
