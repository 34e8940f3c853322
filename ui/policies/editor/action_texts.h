#pragma once

#include "ui/policies/editor/action_field_edit.h"

namespace signalbox {

// A word or a line: a tag, a webhook, a skill, an owner; with suggestions of those that are there.
ActionFieldEdit* newActionLine(const ActionField& field, const StudioContext& context, QWidget* parent);
// A message, with a button that puts {{attribute}} into it.
ActionFieldEdit* newActionText(const ActionField& field, const StudioContext& context, SeenValuesStore& seen,
                               QWidget* parent);

}
