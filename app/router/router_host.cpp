#include "app/router/router_host.h"
