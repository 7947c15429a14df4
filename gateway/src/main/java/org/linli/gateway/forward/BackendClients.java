package org.linli.gateway.forward;

import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import org.linli.gateway.backend.WaitProperties;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** HTTP clients, one for each event loop and waiting time; the connections of a loop are served by that loop. */
@Component
class BackendClients implements DisposableBean {

    private record Key(EventLoop loop, Duration patience) {}

    private final ConnectionProvider pool;
    private final Duration connect;
    private final Map<Key, HttpClient> clients = new ConcurrentHashMap<>();

    BackendClients(PoolProperties properties, WaitProperties wait) {
        this.connect = wait.connect();
        this.pool = ConnectionProvider.builder("parts")
                .maxConnections(properties.connectionsOfALoop())
                .pendingAcquireMaxCount(properties.waiting())
                .pendingAcquireTimeout(wait.pool())
                .maxIdleTime(properties.idle())
                .evictInBackground(properties.idle().dividedBy(3))
                .lifo()
                .build();
    }

    HttpClient on(EventLoop loop, Duration wait) {
        return clients.computeIfAbsent(new Key(loop, wait), this::client);
    }

    private HttpClient client(Key key) {
        return HttpClient.create(pool)
                .runOn(key.loop())
                // The client would on its own repeat any request, a POST too, on a connection that was reset.
                .disableRetry(true)
                .responseTimeout(key.patience())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(connect.toMillis()))
                .option(ChannelOption.TCP_NODELAY, true);
    }

    @Override
    public void destroy() {
        pool.dispose();
    }
}
