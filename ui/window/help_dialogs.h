#pragma once

#include "ui/shared/page_context.h"

class QDialog;
class QWidget;

namespace signalbox {

// Deletes itself when closed.
QDialog* newAboutDialog(const PageContext& context, QWidget* parent);

}
