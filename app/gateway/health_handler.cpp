#include "app/gateway/health_handler.h"

namespace signalbox {

Route healthRoute()
{
    return {"GET", "/healthz", "Whether the gateway answers", [](const HttpRequest&) {
                HttpResponse response;
                response.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
                response.body = R"({"status":"ok"})";
                return response;
            }};
}

}
