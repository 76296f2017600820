package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.parley.cli.SelfSigned;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCertificateTest {
  private static final char[] NONE = new char[0];

  @TempDir Path folder;

  @Test
  void namesWhomItIsFor() throws Exception {
    var file = SelfSigned.write(folder, "Ops.example.org").certificate();
    assertThat(ServerCertificate.read(file).names())
        .containsExactly("192.0.2.7", "ops.example.org");
  }

  @Test
  void aPinnedClientReachesItsServerUnderAnyAddressAndNoOther() throws Exception {
    var own = SelfSigned.write(folder, "ops.example.org");
    var other = SelfSigned.write(folder, "other.example.org");
    var server = serve(own);
    try {
      var uri = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
      assertThat(status(own, uri)).isEqualTo(404);
      assertThatThrownBy(() -> status(other, uri)).isInstanceOf(IOException.class);
    } finally {
      server.stop(0);
    }
  }

  private static int status(SelfSigned trusted, URI uri) throws Exception {
    var context = ServerCertificate.read(trusted.certificate()).pinned();
    var client = HttpClient.newBuilder().sslContext(context).build();
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode();
  }

  private static HttpsServer serve(SelfSigned files) throws Exception {
    var pem = Files.readString(files.key()).replaceAll("-----[^-]+-----|\\s", "");
    var key =
        KeyFactory.getInstance("EC")
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    var certificate = ServerCertificate.read(files.certificate()).certificate();
    store.setKeyEntry("server", key, NONE, new Certificate[] {certificate});
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, NONE);
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.start();
    return server;
  }
}
