#include "ui/shared/analysis_port.h"
