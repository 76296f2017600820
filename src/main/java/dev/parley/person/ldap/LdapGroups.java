package dev.parley.person.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import dev.parley.person.DirectorySettings;
import dev.parley.person.GroupSource;
import java.io.File;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.net.ssl.TrustManager;

/**
 * Asks an LDAP server or Active Directory for somebody's groups: by the groups that name them as a
 * member, by an attribute of their own entry, or by both. Names are escaped wherever they go into a
 * filter.
 */
public final class LdapGroups implements GroupSource {
  private static final int CONNECT_MILLIS = 3_000;
  private static final int ANSWER_MILLIS = 5_000;

  private final DirectorySettings settings;
  private final Function<String, String> secrets;

  /**
   * @param secrets the value of a secret by its name; throws with a sentence when there is none
   */
  public LdapGroups(DirectorySettings settings, Function<String, String> secrets) {
    this.settings = settings;
    this.secrets = secrets;
  }

  @Override
  public Set<String> groups(String user) throws UnavailableException {
    try (var connection = connected()) {
      var entry = entry(connection, user);
      return entry.isEmpty() ? Set.of() : groups(connection, entry.get(), user);
    } catch (LDAPException | GeneralSecurityException | RuntimeException e) {
      throw new UnavailableException(
          "The directory %s:%d cannot be asked: %s"
              .formatted(settings.host(), settings.port(), e.getMessage()),
          e);
    }
  }

  private LDAPConnection connected() throws LDAPException, GeneralSecurityException {
    var options = new LDAPConnectionOptions();
    options.setConnectTimeoutMillis(CONNECT_MILLIS);
    options.setResponseTimeoutMillis(ANSWER_MILLIS);
    options.setFollowReferrals(false);
    options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(false));
    var connection =
        settings.tls()
            ? new LDAPConnection(
                ssl().createSSLSocketFactory(), options, settings.host(), settings.port())
            : new LDAPConnection(options, settings.host(), settings.port());
    try {
      if (settings.startTls()) {
        secured(connection);
      }
      if (!settings.bind().isEmpty()) {
        connection.bind(settings.bind(), secrets.apply(settings.secret()));
      }
      return connection;
    } catch (LDAPException | GeneralSecurityException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Nothing is said, and no password, before the server has proved who it is. */
  private void secured(LDAPConnection connection) throws LDAPException, GeneralSecurityException {
    ExtendedResult result =
        connection.processExtendedOperation(new StartTLSExtendedRequest(ssl().createSSLContext()));
    if (result.getResultCode() != ResultCode.SUCCESS) {
      throw new LDAPException(result);
    }
  }

  private SSLUtil ssl() {
    TrustManager trusted =
        settings.ca() == null ? JVMDefaultTrustManager.getInstance() : pem(new File(settings.ca()));
    return new SSLUtil(trusted);
  }

  private static TrustManager pem(File file) {
    try {
      return new PEMFileTrustManager(file);
    } catch (java.security.KeyStoreException e) {
      throw new IllegalStateException("The certificates in " + file + " cannot be read.", e);
    }
  }

  /** Exactly one; a filter that finds two people finds nobody. */
  private Optional<SearchResultEntry> entry(LDAPConnection connection, String user)
      throws LDAPException {
    var filter = filter(settings.userFilter(), user, "");
    var attribute = settings.memberOf() == null ? "1.1" : settings.memberOf();
    var found =
        connection
            .search(settings.userBase(), SearchScope.SUB, filter, attribute)
            .getSearchEntries();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private Set<String> groups(LDAPConnection connection, SearchResultEntry entry, String user)
      throws LDAPException {
    var groups = new HashSet<String>();
    if (settings.memberOf() != null) {
      var values = entry.getAttributeValues(settings.memberOf());
      for (var value : values == null ? new String[0] : values) {
        groups.add(name(value));
      }
    }
    if (settings.groupBase() != null) {
      var filter = filter(settings.groupFilter(), user, entry.getDN());
      connection
          .search(settings.groupBase(), SearchScope.SUB, filter, settings.groupName())
          .getSearchEntries()
          .forEach(
              group ->
                  groups.addAll(
                      Arrays.asList(
                          Optional.ofNullable(group.getAttributeValues(settings.groupName()))
                              .orElse(new String[0]))));
    }
    return groups;
  }

  /** The first value of a DN, or the value itself where it is none. */
  private static String name(String value) {
    return DN.isValidDN(value) && value.indexOf('=') > 0 ? first(value) : value;
  }

  private static String first(String dn) {
    try {
      return new DN(dn).getRDN().getAttributeValues()[0];
    } catch (LDAPException e) {
      return dn;
    }
  }

  static Filter filter(String template, String user, String dn) throws LDAPException {
    return Filter.create(
        template
            .replace("{user}", Filter.encodeValue(user))
            .replace("{dn}", Filter.encodeValue(dn)));
  }
}
