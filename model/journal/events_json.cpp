#include "model/journal/events_json.h"
