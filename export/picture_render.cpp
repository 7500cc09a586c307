#include "export/picture_render.hpp"

#include <graphviz/gvc.h>

#include <cstdio>
#include <memory>
#include <mutex>
#include <string_view>
#include <utility>

#include "core/error.hpp"

namespace guanxi {

namespace {

std::mutex graphviz_mutex;
std::string graphviz_messages;  // guarded by the mutex

extern "C" int keep_message(char* message) {
    constexpr std::size_t most = 2000;
    if (graphviz_messages.size() < most) graphviz_messages += message;
    return 0;
}

// One use of Graphviz: it alone, with what it says kept instead of printed.
class Session {
public:
    Session() : lock_(graphviz_mutex), before_(agseterrf(keep_message)) { graphviz_messages.clear(); }
    ~Session() { agseterrf(before_); }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    // One for the whole run: the text plugin remembers names of fonts that belong to the context, also after that is
    // freed.
    [[nodiscard]] static GVC_t* context() {
        static GVC_t* const only = gvContext();
        return only;
    }

    [[noreturn]] static void fail(const std::string& what) {
        std::string said = std::exchange(graphviz_messages, {});
        while (!said.empty() && said.back() == '\n') said.pop_back();
        throw Error(said.empty() ? what : what + ": " + said);
    }

private:
    std::lock_guard<std::mutex> lock_;
    agusererrf before_;
};

// A layout of a graph, which goes before its graph does.
class Layout {
public:
    Layout(Agraph_t* graph, const std::string& engine) : graph_(graph) {
        if (gvLayout(Session::context(), graph_, engine.c_str()) != 0)
            Session::fail("Graphviz could not lay out the picture");
    }
    ~Layout() { gvFreeLayout(Session::context(), graph_); }
    Layout(const Layout&) = delete;
    Layout& operator=(const Layout&) = delete;

private:
    Agraph_t* graph_;
};

}  // namespace

Rect lay_out(Canvas& canvas, const std::string& engine) {
    const Session session;
    {
        const Layout layout(canvas.graph(), engine);
        attach_attrs(canvas.graph());
    }
    Rect room;
    std::string name = "bb";
    const char* const box = agget(canvas.graph(), name.data());
    double x = 0;
    double y = 0;
    if (box == nullptr ||
        std::sscanf(box, "%lf,%lf,%lf,%lf", &x, &y, &room.width, &room.height) != 4) {  // NOLINT(cert-err34-c)
        Session::fail("Graphviz gave the picture no size");
    }
    return room;
}

void render(const Canvas& canvas, const std::string& format, std::ostream& out) {
    const Session session;
    const Layout layout(canvas.graph(), "nop2");
    char* data = nullptr;
    unsigned int size = 0;
    if (gvRenderData(Session::context(), canvas.graph(), format.c_str(), &data, &size) != 0 || data == nullptr) {
        Session::fail("Graphviz could not draw the picture as " + format);
    }
    const std::unique_ptr<char, void (*)(char*)> keep(data, gvFreeRenderData);
    out.write(data, static_cast<std::streamsize>(size));
}

}  // namespace guanxi
