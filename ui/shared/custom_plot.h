#pragma once

// QCustomPlot's header speaks Qt's keywords, which are switched off here; they mean what Qt means by them, and only in it.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define emit Q_EMIT
#define foreach(variable, container) for (variable : container)
#include <qcustomplot.h>
#undef signals
#undef slots
#undef emit
#undef foreach
