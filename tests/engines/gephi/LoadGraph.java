import java.io.File;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.DirectedGraph;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Loads a graph file into Gephi, as its user would who keeps parallel edges, and prints what is in it, a line an element:
 * what it is, then pairs of percent-encoded name and value. FILE is the only argument.
 */
public class LoadGraph {
    static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    static String encode(Object value) {
        return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
    }

    static StringBuilder begin(String what) {
        return new StringBuilder(what);
    }

    static StringBuilder add(StringBuilder line, String name, Object value) {
        return value == null ? line : line.append(' ').append(encode(name)).append('=').append(encode(value));
    }

    static void print(StringBuilder line, Element element, Iterable<Column> columns) {
        add(line, "id", element.getId());
        for (Column column : columns) {
            Object value = element.getAttribute(column);
            if (column.isProperty() || value == null || column.getTitle().equals("Interval")) continue;
            add(line, column.getTitle(), value);
        }
        add(line, "label", element.getLabel());
        Interval[] intervals = element.getIntervals();
        if (intervals != null && intervals.length > 0) {
            add(line, "from", (long) intervals[0].getLow());
            add(line, "to", (long) intervals[0].getHigh());
        }
        OUT.println(line);
    }

    public static void main(String[] arguments) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(new File(arguments[0]));
        container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
        importer.process(container, new DefaultProcessor(), workspace);
        for (java.util.Iterator<Issue> issues = container.getReport().getIssues(Integer.MAX_VALUE); issues.hasNext();) {
            OUT.println(add(begin("issue"), "message", issues.next().getMessage()));
        }
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        OUT.println(add(begin("model"), "dynamic", model.isDynamic()));
        DirectedGraph graph = model.getDirectedGraph();
        for (Node node : graph.getNodes()) {
            print(add(begin("node"), "colour", node.getColor().getRGB() & 0xFFFFFF), node, model.getNodeTable());
        }
        for (Edge edge : graph.getEdges()) {
            StringBuilder line = begin("edge");
            add(line, "source", edge.getSource().getId());
            add(line, "target", edge.getTarget().getId());
            add(line, "type", edge.getTypeLabel());
            print(line, edge, model.getEdgeTable());
        }
        System.exit(0);  // Gephi leaves threads behind
    }
}
