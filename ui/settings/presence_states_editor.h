#pragma once

#include "model/domain/desk_settings.h"

#include <QWidget>

#include <vector>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace signalbox {

class QuietCombo;
class Theme;

// The workspace's own states of presence: a name each, and what it counts as.
class PresenceStatesEditor : public QWidget {
    Q_OBJECT

public:
    explicit PresenceStatesEditor(Theme& theme, QWidget* parent = nullptr);

    void setStates(const std::vector<PresenceState>& states);   // `edited` is not emitted
    std::vector<PresenceState> states() const;                  // those with a name

Q_SIGNALS:
    void edited();

private:
    struct Row {
        std::string id;
        QWidget* all;
        QLineEdit* name;
        QuietCombo* countsAs;
    };
    void add(const PresenceState& state);
    void remove(QWidget* all);

    Theme& m_theme;
    QVBoxLayout* m_column;
    QPushButton* m_add;
    std::vector<Row> m_rows;
};

}
