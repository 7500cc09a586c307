import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.connectors.HttpsConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/** A Neo4j on loopback, over the databases in FOLDER/data; prints its address and ends when its input ends. */
public class Neo4jServer {
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        try (Neo4j server = Neo4jBuilders.newInProcessBuilder(home.resolve("work"))
                .withConfig(GraphDatabaseSettings.data_directory, home.resolve("data"))
                .withConfig(BoltConnector.enabled, true)    // the query API speaks to it
                .withConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
                .withConfig(HttpsConnector.enabled, false)
                .withConfig(HttpConnector.enabled, true)
                .withConfig(HttpConnector.listen_address, new SocketAddress("127.0.0.1", 0))
                .build()) {
            System.out.println(server.httpURI());
            while (System.in.read() >= 0) {
            }
        }
    }
}
