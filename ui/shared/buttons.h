#pragma once

#include "ui/shared/theme.h"

#include <QCheckBox>
#include <QPushButton>
#include <QToolButton>

namespace signalbox {

// Buttons of the look. The style draws them from their properties ("primary", "link", "small", "quiet", "switch").
// `objectName` is what tests and actions call them by.
QPushButton* newButton(const QString& text, const QString& objectName, QWidget* parent = nullptr);
QPushButton* newPrimaryButton(const QString& text, const QString& objectName, QWidget* parent = nullptr);
QPushButton* newSmallButton(const QString& text, const QString& objectName, QWidget* parent = nullptr);
QPushButton* newLink(const QString& text, const QString& objectName, QWidget* parent = nullptr);
// An icon without words; `name` is its tooltip and what a screen reader says.
QToolButton* newIconButton(Theme& theme, const QString& icon, const QString& name, const QString& objectName,
                           QWidget* parent = nullptr);
QCheckBox* newSwitch(const QString& text, const QString& objectName, QWidget* parent = nullptr);

}
