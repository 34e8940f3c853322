#include "ui/shared/console_port.h"
