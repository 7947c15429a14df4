package org.linli.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.linli.platform.security.Role;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Mints the tokens that the service under test accepts, and those that it must not.
 *
 * <p>The good ones look like those of the real provider: RS256, the issuer of the test environment, audience
 * {@code linli}, {@code roles} on the wire in lower case with dashes, {@code units} as unit-code prefixes ({@code "*"} for
 * all), valid for five minutes. The subject is {@code <role>-<first unit>} unless told otherwise, so that a branch head
 * and the street's HQ are two people.
 */
public final class TestTokens {

    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final Duration HANDED_OUT_AGAIN = Duration.ofMinutes(2);
    private static final Map<Bearer, Minted> MINTED = new ConcurrentHashMap<>();

    private TestTokens() {}

    /** A good token of one person with one role. */
    public static String token(Role role, String... units) {
        return tokenOf(subject(role, units), List.of(role), units);
    }

    /**
     * A good token of a person named by {@code subject}, with several roles. Like a real client's, it is used for some
     * minutes: to sign one for each of thousands of requests is most of their cost.
     */
    public static String tokenOf(String subject, List<Role> roles, String... units) {
        Instant now = Instant.now();
        return MINTED.compute(
                        new Bearer(TestIssuer.running().address(), subject, List.copyOf(roles), List.of(units)),
                        (bearer, minted) -> minted != null && now.isBefore(minted.until()) ? minted : mint(bearer, now))
                .token();
    }

    private static Minted mint(Bearer bearer, Instant now) {
        JWTClaimsSet claims = claims(
                        bearer.subject(), bearer.roles(), bearer.units().toArray(String[]::new))
                .build();
        return new Minted(signed(claims, TestIssuer.running().key()), now.plus(HANDED_OUT_AGAIN));
    }

    /** Good in every way until {@code lifetime} from now has passed. */
    public static String expiringIn(Duration lifetime, Role role, String... units) {
        Date end = Date.from(Instant.now().plus(lifetime));
        return signed(
                claims(subject(role, units), List.of(role), units)
                        .expirationTime(end)
                        .build(),
                TestIssuer.running().key());
    }

    /** Ran out ten minutes ago, well beyond any clock skew allowed for. */
    public static String expired(Role role, String... units) {
        return expiringIn(Duration.ofMinutes(-10), role, units);
    }

    /** Its end is an hour away, and it was issued so long ago. */
    public static String issuedAgo(Duration age, Role role, String... units) {
        Instant issued = Instant.now().minus(age);
        return signed(
                claims(subject(role, units), List.of(role), units)
                        .issueTime(Date.from(issued))
                        .expirationTime(Date.from(issued.plus(Duration.ofHours(1))))
                        .build(),
                TestIssuer.running().key());
    }

    /** Of a client that was given these scopes and may do what they open. */
    public static String ofMachine(Set<String> scopes, Role role, String... units) {
        return signed(
                claims("machine", List.of(role), units)
                        .claim("client_id", "machine")
                        .claim("scope", List.copyOf(scopes))
                        .build(),
                TestIssuer.running().key());
    }

    /** Right claims and the right key's name, signed by a stranger. */
    public static String forged(Role role, String... units) {
        return signed(
                claims(subject(role, units), List.of(role), units).build(),
                TestIssuer.running().strangersKey());
    }

    /** Right claims and no signature at all ({@code alg: none}). */
    public static String unsigned(Role role, String... units) {
        return new PlainJWT(claims(subject(role, units), List.of(role), units).build()).serialize();
    }

    /** Meant for another system. */
    public static String forAnotherAudience(Role role, String... units) {
        return signed(
                claims(subject(role, units), List.of(role), units)
                        .audience("someone-else")
                        .build(),
                TestIssuer.running().key());
    }

    /** Signed by our key in the name of another issuer. */
    public static String fromAnotherIssuer(Role role, String... units) {
        return signed(
                claims(subject(role, units), List.of(role), units)
                        .issuer("http://issuer.invalid")
                        .build(),
                TestIssuer.running().key());
    }

    /** Right in every way, but it never ends. */
    public static String withoutEnd(Role role, String... units) {
        return signed(
                claims(subject(role, units), List.of(role), units)
                        .expirationTime(null)
                        .build(),
                TestIssuer.running().key());
    }

    /** Signed as it should be, with two claims as given instead of as agreed. */
    public static String claiming(String claim, Object value, String otherClaim, Object otherValue) {
        return signed(
                claims("odd", List.of())
                        .claim(claim, value)
                        .claim(otherClaim, otherValue)
                        .build(),
                TestIssuer.running().key());
    }

    private static JWTClaimsSet.Builder claims(String subject, List<Role> roles, String... units) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(TestIssuer.running().address())
                .audience("linli")
                .subject(subject)
                .claim("name", subject)
                .claim("roles", roles.stream().map(TestTokens::onTheWire).toList())
                .claim("units", Arrays.asList(units))
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)));
    }

    static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The token cannot be signed", e);
        }
    }

    private static String subject(Role role, String... units) {
        return units.length == 0 ? onTheWire(role) : onTheWire(role) + "-" + units[0];
    }

    private static String onTheWire(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private record Bearer(String issuer, String subject, List<Role> roles, List<String> units) {}

    private record Minted(String token, Instant until) {}
}
