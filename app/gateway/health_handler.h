#pragma once

#include "app/gateway/routes.h"

namespace signalbox {

// /healthz: 200 while the gateway answers at all. It says nothing about the workspace.
Route healthRoute();

}
