#pragma once

#include "model/domain/change_set.h"
#include "ui/shared/page_context.h"

class QWidget;

namespace signalbox {

// The lead's questions. Each shows itself over `parent` and deletes itself when closed.
void askWhisper(const PageContext& context, const Conversation& conversation, QWidget* parent);
// With whom it makes wait longer, kept up while the choice changes.
void askTier(const PageContext& context, const Conversation& conversation, QWidget* parent);
void askPlaces(const PageContext& context, const Agent& agent, QWidget* parent);

}
