#include "routing/assignment/assignment.h"
