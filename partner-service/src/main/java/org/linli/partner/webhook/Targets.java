package org.linli.partner.webhook;

import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.FieldError;
import org.linli.platform.text.Texts;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;

/** Where webhooks may go: https, a host outside, nothing hidden in the address. */
@Component
class Targets {

    private static final String FIELD = "url";
    private static final String EXPECTED = "https://<public host>/…, up to 500 characters, without user or fragment";
    private static final int LONGEST = 500;

    private final boolean allowInner;
    private final HostNames names;

    @org.springframework.beans.factory.annotation.Autowired
    Targets(WebhookSettings settings) {
        this(settings.allowInner(), InetAddress::getAllByName);
    }

    Targets(boolean allowInner, HostNames.Lookup lookup) {
        this.allowInner = allowInner;
        this.names = new HostNames(lookup, allowInner);
    }

    HostNames names() {
        return names;
    }

    /** What is wrong with the target, if anything is; looks its name up. */
    Mono<Optional<FieldError>> mistake(@Nullable String url) {
        Optional<URI> target = parse(url);
        if (target.isEmpty()) {
            return Mono.just(Optional.of(new FieldError(FIELD, "not a target", EXPECTED)));
        }
        return Mono.fromCallable(() -> mistakeOfHost(target.get())).subscribeOn(Schedulers.boundedElastic());
    }

    /** The target of an attempt; fails where a literal address is an inner one. A name is looked up on connecting. */
    URI checked(String url) throws UnknownHostException {
        URI target = parse(url).orElseThrow(() -> new UnknownHostException("not a target any more"));
        byte[] literal = NetUtil.createByteArrayFromIpAddressString(bare(target));
        if (literal != null && !allowInner && InnerAddresses.contains(InetAddress.getByAddress(literal))) {
            throw new HostNames.InnerAddressRefused();
        }
        return target;
    }

    private Optional<FieldError> mistakeOfHost(URI target) {
        try {
            names.resolve(bare(target));
            return Optional.empty();
        } catch (HostNames.InnerAddressRefused inner) {
            return Optional.of(new FieldError(FIELD, "leads to an inner address", "a host that is public"));
        } catch (UnknownHostException unknown) {
            return Optional.of(new FieldError(FIELD, "the host cannot be found", "a host that is public"));
        }
    }

    private Optional<URI> parse(@Nullable String url) {
        if (url == null || Texts.length(url) > LONGEST) {
            return Optional.empty();
        }
        try {
            URI target = TargetAddress.of(url);
            boolean scheme = "https".equals(target.getScheme()) || (allowInner && "http".equals(target.getScheme()));
            boolean plain = target.getHost() != null && target.getUserInfo() == null && target.getFragment() == null;
            boolean port = target.getPort() == -1 || (target.getPort() > 0 && target.getPort() <= 65_535);
            return scheme && plain && port ? Optional.of(target) : Optional.empty();
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    private static String bare(URI target) {
        String host = target.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
