package org.linli.partner.webhook;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.resolver.InetSocketAddressResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import reactor.core.scheduler.Schedulers;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Function;

/** Gives the client only addresses that were looked at, so that what was checked is what is connected to. */
final class CheckedResolver extends AddressResolverGroup<InetSocketAddress> {

    private final HostNames names;

    CheckedResolver(HostNames names) {
        this.names = names;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new InetSocketAddressResolver(executor, new Names(executor));
    }

    private final class Names extends InetNameResolver {

        private Names(EventExecutor executor) {
            super(executor);
        }

        @Override
        protected void doResolve(String host, Promise<InetAddress> promise) {
            aside(host, promise, List::getFirst);
        }

        @Override
        protected void doResolveAll(String host, Promise<List<InetAddress>> promise) {
            aside(host, promise, all -> all);
        }

        /** Looking a name up blocks, hence not on the event loop. */
        private <T> void aside(String host, Promise<T> promise, Function<List<InetAddress>, T> result) {
            Schedulers.boundedElastic().schedule(() -> {
                try {
                    promise.trySuccess(result.apply(names.resolve(host)));
                } catch (UnknownHostException | RuntimeException failure) {
                    promise.tryFailure(failure);
                }
            });
        }
    }
}
