package org.linli.bench;

import org.linli.bench.gateway.GatewayBench;
import org.linli.bench.proposals.ProposalBench;
import org.linli.bench.relay.RelayBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./linli bench NAME}: one measurement, printed as a table and written under {@code docs/bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measured ratios, written to docs/bench.",
        subcommands = {RelayBench.class, GatewayBench.class, ProposalBench.class})
public final class BenchCommand {

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchCommand()).execute(arguments));
    }
}
