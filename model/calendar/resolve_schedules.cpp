#include "model/calendar/resolve_schedules.h"
