#include "ui/shared/theme.h"
