#pragma once

#include "ui/shared/page_context.h"

#include <QList>

class QAction;
class QDialog;
class QWidget;

namespace signalbox {

// Both delete themselves when closed.
QDialog* newShortcutsDialog(const PageContext& context, const QList<QAction*>& actions, QWidget* parent);
QDialog* newAboutDialog(const PageContext& context, QWidget* parent);

}
