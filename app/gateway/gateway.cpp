#include "app/gateway/gateway.h"
