#pragma once

#include "ui/policies/studio_context.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace signalbox {

struct Policy;
struct Traffic;

// The chosen policy as a form, with its sentence always in step: when, unless, then, and what follows from them.
class PolicyEditor : public QWidget {
    Q_OBJECT

public:
    explicit PolicyEditor(const StudioContext& context, QWidget* parent = nullptr);
    ~PolicyEditor() override;

    void setTraffic(const Traffic& traffic);
    // "/when/all/0", "/actions/1", "/except/when": a place within the chosen policy.
    void showPlace(const QString& within);
    void focusName();
    void focusConditions();
    void addToHead(QWidget* widget);   // at the right of the name

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}
