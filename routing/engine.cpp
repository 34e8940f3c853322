#include "routing/engine.h"
