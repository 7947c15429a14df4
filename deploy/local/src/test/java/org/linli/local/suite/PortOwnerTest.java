package org.linli.local.suite;

import org.junit.jupiter.api.Test;
import org.linli.processes.Ports;

import java.net.InetAddress;
import java.net.ServerSocket;

import static org.assertj.core.api.Assertions.assertThat;

class PortOwnerTest {
    @Test
    void names_the_process_that_listens() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortOwner.of(socket.getLocalPort()))
                    .hasValue("java (pid " + ProcessHandle.current().pid() + ")");
        }
        assertThat(PortOwner.of(Ports.free())).isEmpty();
    }
}
