#pragma once

#include "routing/rulebook/rulebook.h"

#include <QWidget>

namespace signalbox {

class Theme;

// A condition read out: each comparison on a line of its own, groups with their word and a bracket at the left.
QWidget* newConditionTree(const Condition& condition, const Rulebook& rulebook, Theme& theme, QWidget* parent);

}
