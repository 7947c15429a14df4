package org.linli.clients;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.NodeRuntime;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.node.modules.NodeModuleModule;
import com.caoccao.javet.values.V8Value;
import com.caoccao.javet.values.reference.V8ValuePromise;

import java.nio.file.Path;

/** A Node.js of its own inside this process. */
final class Node implements AutoCloseable {

    private final NodeRuntime runtime;

    /** @param root from where its modules are required */
    Node(Path root) throws JavetException {
        runtime = V8Host.getNodeInstance().createV8Runtime();
        runtime.getNodeModule(NodeModuleModule.class).setRequireRootDirectory(root.toFile());
    }

    /**
     * Runs the body of an asynchronous function to its end.
     *
     * @return what it returns, as text
     * @throws IllegalStateException what it throws
     */
    String run(String body) throws JavetException {
        String script =
                "(async () => { " + body + " })().then(String, (e) => { throw new Error(e.stack ?? String(e)); })";
        try (V8ValuePromise answer = runtime.getExecutor(script).execute()) {
            runtime.await();
            try (V8Value result = answer.getResult()) {
                if (!answer.isFulfilled()) {
                    throw new IllegalStateException(String.valueOf(result));
                }
                return result.toString();
            }
        }
    }

    @Override
    public void close() throws JavetException {
        runtime.close();
    }
}
