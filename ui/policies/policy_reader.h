#pragma once

#include "routing/rulebook/rulebook.h"

#include "ui/shared/scroll_column.h"

class QVBoxLayout;

namespace signalbox {

// One policy read out in full: its sentence, when it fires, unless what, what happens then, and where it stands.
class PolicyReader : public ScrollColumn {
    Q_OBJECT

public:
    explicit PolicyReader(Theme& theme, QWidget* parent = nullptr);

    void clear(const QString& why);
    // `place` is its number in the order, 1 first.
    void showPolicy(const Policy& policy, const Rulebook& rulebook, int place);

private:
    void startContent();
    void addHeading(const QString& text);
    void addParagraph(const QString& text, bool muted = false);
    void addSentence(const Policy& policy, const Rulebook& rulebook);
    void addActions(const std::vector<Action>& actions, const Rulebook& rulebook);
    void addQueue(const std::vector<Action>& actions, const Rulebook& rulebook);
    void addPlace(const Policy& policy, int place);

    Theme& m_theme;
    QVBoxLayout* m_column = nullptr;
};

}
