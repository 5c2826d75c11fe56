import java.nio.file.Path;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * One OpenSearch node on the loopback interface, until its standard input ends, so that it never outlives who started
 * it. A program of a single file, run by a newer JDK than the archive's and on a class path of its own: OpenSearch's
 * Lucene and ours are different versions.
 *
 * <pre>java -cp … SearchNode.java FOLDER HTTP-PORT TRANSPORT-PORT</pre>
 */
public class SearchNode {

    public static void main(String[] arguments) throws Exception {
        var runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
            settings.put("http.port", arguments[1]);
            settings.put("transport.port", arguments[2]);
            settings.put("network.host", "127.0.0.1");
            settings.put("discovery.type", "single-node");
            // Whatever room the disk has: a test needs little.
            settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
        });
        runner.build(OpenSearchRunner.newConfigs()
                .basePath(Path.of(arguments[0]).toAbsolutePath().toString())
                .clusterName("onrecord-test-" + arguments[1])
                .numOfNode(1)
                .useLogger());
        while (System.in.read() >= 0) {
            // Nobody says anything; the end is what is waited for.
        }
        runner.close();
        System.exit(0);
    }
}
