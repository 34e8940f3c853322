#include "model/storage/database.h"
